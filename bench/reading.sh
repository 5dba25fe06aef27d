# Bench: readings a second, whole requests (session, form token, rules, price, writes), against pgbench running the same SQL
# Each request sends the reading of another account, FULL with 13 months of charges; after all of them it begins anew,
# and each replaces the one before. The statements are taken from the server's log while each session sends one reading,
# and pgbench runs them prepared, on accounts drawn by lot, with the same commits and trips. Load generator, portal and
# PostgreSQL share the machine in both runs. Options: --seconds N (each run, 15), --warm N (75), --sessions N (16),
# --accounts N (40000)
seconds=15
warm=75
sessions=16
accounts=40000
while (( $# )); do
  case $1 in
    --seconds) seconds=$2; shift 2 ;;
    --warm) warm=$2; shift 2 ;;
    --sessions) sessions=$2; shift 2 ;;
    --accounts) accounts=$2; shift 2 ;;
    *) echo "unknown option $1" >&2; exit 2 ;;
  esac
done
command -v wrk >/dev/null || install_from_debian wrk

start_postgres "$work/postgres" logging_collector=on log_destination=jsonlog log_directory=log log_filename=server
start_portal "$pg_url" "$work/portal"

# The accounts are copies of one of the demo's, counted from $first on, so that Lua and pgbench can name them: that their
# ids follow from their numbers is of no account here.
first=700000000
"$JAVA_HOME/bin/java" "$root/bench/SignIn.java" "http://127.0.0.1:$port" "$sessions" >"$work/sessions"
model=$(head -1 "$work/sessions")
model=${model#/accounts/}
sql -v first="$first" -v accounts="$((accounts + sessions))" -v model="x$model" <<'SQL'
do $$ declare name text; begin
  select conname into name from pg_constraint where conrelid = 'account'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%md5%';
  execute 'alter table account drop constraint ' || quote_ident(name);
end $$;
create temp table model as select * from account where account_id = (:'model')::bit(64)::bigint;
create temp table bench as select :first + n as id from generate_series(0, :accounts - 1) n;
insert into account select (jsonb_populate_record(a, jsonb_build_object('account_id', b.id, 'account_no', b.id::text))).* from model a, bench b;
insert into account_link select (jsonb_populate_record(l, jsonb_build_object('account_id', b.id, 'account_no', b.id::text))).*
from account_link l, bench b where l.account_id = (select account_id from model) and l.level = 'FULL'
and l.subscriber_id = (select subscriber_id from login where login = 'vera@example.com' and confirmed);
insert into meter select (jsonb_populate_record(null::meter, to_jsonb(m) || jsonb_build_object('account_id', b.id))).*
from (select * from meter where account_id = (select account_id from model) and status = 'ACTIVE' order by meter_id limit 1) m, bench b;
update meter set valid_to = date '2099-12-31', last_value = 10000, digits = 5 where account_id >= :first and account_id < :first + :accounts;
insert into charge select (jsonb_populate_record(null::charge, to_jsonb(c) || jsonb_build_object('account_id', b.id))).*
from (select * from charge where account_id = (select account_id from model) order by month desc limit 26) c, bench b;
vacuum analyze account, account_link, meter, charge, reading;
SQL

# A session sends its forms with the token of a page of its own.
tail -n +2 "$work/sessions" | while read -r cookie; do
  token=$(curl -sf -H "Cookie: $cookie" "http://127.0.0.1:$port/settings" | grep -o 'name="_csrf" value="[^"]*"' | head -1 | cut -d'"' -f4)
  printf '%s\t%s\n' "$cookie" "$token"
done >"$work/forms"

# wrk takes the sessions in turn; each of its threads has accounts of its own.
{
  echo 'forms = {'
  awk -F'\t' '{ printf "  { \"%s\", \"%s\" },\n", $1, $2 }' "$work/forms"
  echo '}'
  cat <<LUA
local first, accounts, threads = $first, $accounts, 0
function setup(thread)
  thread:set("offset", threads)
  threads = threads + 1
end
LUA
  cat <<'LUA'
local number, turn = 0, 0
function request()
  number = number + 1
  local place = number * 2 + offset
  turn = math.floor(place / accounts)
  local form = forms[number % #forms + 1]
  local path = string.format("/accounts/%016x/readings", first + place % accounts)
  local body = string.format("now1=%05d&_csrf=%s", 10001 + (started + turn) % 400, form[2])
  return wrk.format("POST", path, { ["Cookie"] = form[1], ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end
function done(summary)
  io.write(string.format("\nanswers %d errors %d\n", summary.requests, summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read))
end
LUA
} >"$work/forms.lua"

# Every run begins with values of its own, so that each of its readings is news.
runs=0
load() {
  { echo "started = $((runs * 40))"; cat "$work/forms.lua"; } >"$work/run.lua"
  runs=$((runs + 1))
  wrk -t2 -c"$sessions" -d"$1s" --latency -s "$work/run.lua" "http://127.0.0.1:$port" >"$work/wrk"
}
readings() { sql -c "select count(*) from reading where account_id >= $first and account_id < $first + $accounts"; }

load "$warm" # until the JVM has compiled what there is to compile
echo "readings of the warm-up: $(readings)"

sql -c "alter system set log_statement = 'all'" -c "select pg_reload_conf()" >/dev/null
sleep 1
log=$pg_folder/log/server.json
mkdir "$work/scripts"
number=0
while IFS=$'\t' read -r cookie token; do
  sample=$((first + accounts + number))
  number=$((number + 1))
  sql -c "select 'page begins'" >/dev/null
  status=$(curl -s -o "$work/answer" -w '%{http_code}' -H "Cookie: $cookie" --data-urlencode "now1=10123" --data-urlencode "_csrf=$token" \
    "http://127.0.0.1:$port$(printf '/accounts/%016x/readings' "$sample")")
  sql -c "select 'page ends'" >/dev/null
  [[ $status == 302 ]] || { echo "a reading was not taken: $status" >&2; exit 1; }
  sleep 0.1
  as_postgres cat "$log" >"$work/log"
  reading=$(sql -c "select reading_id from reading where account_id = $sample")
  # What is asked within the transaction until the insert is one trip of the portal's, its beginning included.
  "$JAVA_HOME/bin/java" "$root/bench/StatementsOfLog.java" <"$work/log" \
    | sed "s/'$sample'/:account/g; s/'$reading'/gen_random_uuid()::text/g" \
    | awk -v last="$((first + accounts - 1))" -v first="$first" '
        NR == 1 { print "\\set account random(" first ", " last ")" }
        tolower($0) == "begin;" { getline following; held = tolower(following) ~ /set_config/; if (held) print "\\startpipeline"; print; print following; next }
        held && /^with replaced/ { print "\\endpipeline"; held = 0 }
        { print }' >"$work/scripts/$number.sql"
done <"$work/forms"
sql -c "alter system reset log_statement" -c "select pg_reload_conf()" >/dev/null
echo "statements of a reading, transactions' ends included: $(grep -c ';$' "$work/scripts/1.sql"); $(grep -c startpipeline "$work/scripts/1.sql") pipelines"

scripts=()
for script in "$work"/scripts/*.sql; do scripts+=(-f "$script"); done
rows=()
for round in 1 2; do
  sql -c "delete from reading where account_id >= $first" -c "vacuum analyze reading" -c checkpoint >/dev/null
  portal_before=$(cpu_of_portal) postgres_before=$(cpu_of_postgres)
  load "$seconds"
  portal_after=$(cpu_of_portal) postgres_after=$(cpu_of_postgres)
  awk '/answers/ && $4 > 0 { print "errors under load: " $4; exit 1 }' "$work/wrk"
  answers=$(awk '/^answers/ { print $2 }' "$work/wrk")
  taken=$(readings)
  # Requests on their way when the time was up are taken, but not answered.
  (( taken >= answers )) || { echo "of $answers requests only $taken readings were taken" >&2; exit 1; }
  rate=$(awk '/Requests\/sec/ { print $2 }' "$work/wrk")
  sql -c "delete from reading where account_id >= $first" -c "vacuum analyze reading" -c checkpoint >/dev/null
  before=$(cpu_of_postgres)
  "$pg_bin/pgbench" -h 127.0.0.1 -p "$pg_port" -U postgres -n -M prepared -c "$sessions" -j 2 -T "$seconds" "${scripts[@]}" postgres >"$work/pgbench" 2>"$work/pgbench.err" \
    || { cat "$work/pgbench.err" >&2; exit 1; }
  limit=$(awk '/^tps/ { print $3 }' "$work/pgbench")
  transactions=$(awk -F': ' '/transactions actually processed/ { print $2 }' "$work/pgbench")
  awk -v rate="$rate" -v limit="$limit" -v p="$((portal_after - portal_before))" -v d="$((postgres_after - postgres_before))" \
    -v n="$answers" -v l="$(( $(cpu_of_postgres) - before ))" -v t="${transactions%%/*}" -v r="$round" -v p99="$(awk '/99%/ { print $2 }' "$work/wrk")" 'BEGIN {
      printf "round %d: %.0f readings/s (99 %% within %s), pgbench %.0f/s, ratio %.2f; CPU a reading: %.2f ms (portal %.2f, database %.2f); the SQL alone %.2f ms\n",
        r, rate, p99, limit, rate / limit, (p + d) * 10 / n, p * 10 / n, d * 10 / n, l * 10 / t }'
  rows+=("$rate $limit")
done
printf '%s\n' "${rows[@]}" | awk '{ rate += $1; limit += $2 } END { printf "reading: %.0f readings/s, ratio %.2f (aim >= 0.5)\n", rate / NR, rate / limit }'
