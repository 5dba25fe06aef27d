# Bench: latency of the account page with 1,000,000 accounts, against the same page with 10,000
# Two portals with a database each, one of them a hundred times larger, on one PostgreSQL server. Each is asked for
# pages (FULL) of accounts drawn at random among thousands, by a few connections only, in turns. The rows of a month
# lie together as an import leaves them, so that an account's months are spread over the tables.
# Options: --accounts N (1000000), --few N (10000), --months N (8), --rounds N (10), --seconds N (each turn, 5), --clients N (1)
accounts=1000000
few=10000
months=8
rounds=10
seconds=5
clients=1
while (( $# )); do
  case $1 in
    --accounts) accounts=$2; shift 2 ;;
    --few) few=$2; shift 2 ;;
    --months) months=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    --seconds) seconds=$2; shift 2 ;;
    --clients) clients=$2; shift 2 ;;
    *) echo "unknown option $1" >&2; exit 2 ;;
  esac
done
command -v wrk >/dev/null || install_from_debian wrk

start_postgres "$work/postgres"
# portal_over NAME: over a database of that name, with the demo's logins; keeps a session's cookie. Later the cabinet
# holds thousands of accounts, which its first page would list.
portal_over() {
  sql -c "create database $1"
  start_portal "${pg_url/\/postgres?/\/$1?}" "$work/$1"
  "$JAVA_HOME/bin/java" "$root/bench/SignIn.java" "http://127.0.0.1:$port" 1 | tail -1 >"$work/$1.cookie"
}

# fill NAME ACCOUNTS: a supplier with so many accounts, of which 10,000 at most are open to the demo's subscriber.
fill() {
  local begin=$SECONDS
  sql -d "$1" -v n="$2" -v months="$months" <<'SQL'
set session_replication_role = replica; -- the rows fit one another, so no foreign key is looked up for each
set work_mem = '256MB';
set synchronous_commit = off;

insert into supplier
select 'bench', description || '{"code": "bench", "name": "Межрегионгаз Ягодный", "region": null}', revised_at
from supplier where supplier = 'kaluga';
insert into tariff select 'bench', direction, service, locality, valid_from, valid_to, price, unit, vat, order_no, as_of
from tariff where supplier = 'kaluga';

insert into account (account_id, supplier, account_no, holder, address, area, residents, direction, status, as_of)
select ('x' || substr(md5('bench:' || no), 1, 16))::bit(64)::bigint, 'bench', no, 'Морошкин Иван Иванович',
       'г. Ягодный, ул. Мира, д. ' || no, 60, 3, 'HEATING', 'ACTIVE', current_date
from (select (2000000000 + n)::text as no from generate_series(1, :n) n) numbers
order by 1;
insert into meter (account_id, meter_id, serial, serial_key, model, digits, installed, verified, valid_to,
                   temperature_corrected, status, first_value, last_date, last_value, as_of)
select account_id, 'M', account_no, account_no, 'ВК-G4', 5, date '2020-05-20', date '2020-05-20', date '2035-05-20', true,
       'ACTIVE', 0, date_trunc('month', current_date)::date - 8, 12000, current_date
from account where supplier = 'bench' order by account_id;
select format($month$
    insert into charge (account_id, month, line_id, service, method, meter_id, prev, curr, volume, coef, price, accrued,
                        recalc, benefit, penalty, as_of)
    select account_id, %1$L, 'G', 'GAS', 'METER', 'M', 10000, 10100, 100, 1, 8.94000, 89400, 0, 0, 0, current_date
    from account where supplier = 'bench' order by account_id;
    insert into balance (account_id, month, as_of, saldo_in, accrued, paid, recalc, penalty, saldo_out, due_date)
    select account_id, %1$L, current_date, 89400, 89400, 89400, 0, 0, 89400, %1$L::date + interval '1 month 14 days'
    from account where supplier = 'bench' order by account_id;
    insert into ledger_entry (account_id, entry_id, paid_at, amount, channel, entered_at)
    select account_id, %1$L, %1$L::date + interval '5 days', 89400, 'BANK', now()
    from account where supplier = 'bench' order by account_id;
    insert into ledger_known (account_id, entry_id, known_as_of)
    select account_id, %1$L, current_date
    from account where supplier = 'bench' order by account_id
    $month$, (date_trunc('month', current_date) - (ago || ' months')::interval)::date)
from generate_series(:months, 1, -1) ago
\gexec
insert into account_link (subscriber_id, account_id, supplier, account_no, level, linked_at)
select (select subscriber_id from login where login = 'vera@example.com' and confirmed), account_id, supplier, account_no,
       'FULL', now()
from account where supplier = 'bench' order by md5(account_no) limit 10000;
SQL
  sql -d "$1" -c 'vacuum analyze'
  echo "$2 accounts: $(sql -d "$1" -c "select pg_size_pretty(pg_database_size('$1'))"), filled within $((SECONDS - begin)) s"
}

# questions NAME: a script for wrk that asks for the linked accounts in an order of chance.
questions() {
  {
    echo 'accounts = {'
    sql -d "$1" -c "select '\"' || lpad(to_hex(account_id), 16, '0') || '\",' from account_link where supplier = 'bench'"
    echo '}'
    echo "cookie = { [\"Cookie\"] = \"$(cat "$work/$1.cookie")\" }"
    cat <<'LUA'
math.randomseed(os.time())
request = function()
  return wrk.format("GET", "/accounts/" .. accounts[math.random(#accounts)], cookie)
end
done = function(summary, latency)
  io.write(string.format("\nanswers %d errors %d median %.3f p99 %.3f\n", summary.requests,
    summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
LUA
  } >"$work/$1.lua"
}

load() { wrk -t1 -c"$clients" -d"$3s" -s "$work/$1.lua" "http://127.0.0.1:$2" >"$work/wrk"; }

portal_over few
few_port=$port
fill few "$few"
portal_over many
many_port=$port
fill many "$accounts"
questions few
questions many
sql -c checkpoint
for (( turn = 0; turn < 4; turn++ )); do # until both JVMs have compiled what there is to compile
  load few "$few_port" 12
  load many "$many_port" 12
done

for (( round = 1; round <= rounds; round++ )); do
  order=(few many)
  (( round % 2 )) || order=(many few)
  for which in "${order[@]}"; do
    [[ $which == few ]] && at=$few_port || at=$many_port
    load "$which" "$at" "$seconds"
    awk '/^answers/ && ($4 > 0 || $2 == 0) { print "errors under load: " $4; exit 1 }' "$work/wrk"
    read -r answers median p99 < <(awk '/^answers/ { print $2, $6, $8 }' "$work/wrk")
    [[ $which == few ]] && few_median=$median few_p99=$p99 || { many_median=$median; many_p99=$p99; }
  done
  echo "$few_median $many_median $few_p99 $many_p99" | awk -v r="$round" '{
    printf "round %d: with few accounts %.2f ms (99 %% within %.2f), with many %.2f ms (99 %% within %.2f); ratio %.2f (99 %%: %.2f)\n",
      r, $1, $3, $2, $4, $2 / $1, $4 / $3 }'
  medians+=("$few_median $many_median")
done
# The middle round, so that what else the machine did in one of them does not matter.
middle() { sort -n | awk '{ all[NR] = $1 } END { print NR % 2 ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'; }
latency=$(printf '%s\n' "${medians[@]}" | awk '{ print $2 }' | middle)
ratio=$(printf '%s\n' "${medians[@]}" | awk '{ print $2 / $1 }' | middle)
awk -v l="$latency" -v r="$ratio" 'BEGIN { printf "growth: %.2f ms, ratio %.2f (aim <= 1.2)\n", l, r }'
