# Bench: one month of registers of 1,000,000 accounts, against COPY and merge of the same rows written by hand for psql
# Accounts, meters, charges and balances; 99 % of the accounts are known and their month before is there. Both ways
# start as whole processes on copies of one database each and end with the same rows, which is verified; the order
# changes from round to round. By hand nothing is checked, and ids are reckoned by the server.
# Options: --accounts N (1000000), --rounds N (2)
accounts=1000000
rounds=2
while (( $# )); do
  case $1 in
    --accounts) accounts=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    *) echo "unknown option $1" >&2; exit 2 ;;
  esac
done

start_postgres "$work/postgres"
now() { date +%s.%N; }
seconds_since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.2f", b - a }'; }

files=$work/files
"$JAVA_HOME/bin/java" "$root/bench/RegisterFiles.java" "$files" "$accounts"
echo "accounts: $accounts; a month is $(du -ch "$files"/month-2/*.csv | tail -1 | cut -f1)"

export PGOPTIONS="-c client_min_messages=warning"
secret=$(head -c 32 /dev/urandom | xxd -p -c 64)
# by_import DATABASE FILE…
by_import() {
  local database=$1
  shift
  SPRING_DATASOURCE_URL=${pg_url/\/postgres?/\/$database?} GOLUBIKA_SECRET=$secret \
    JAVA_OPTS="-Xmx512m -Xlog:gc:file=$work/gc.log" "$root/bin/run" import --data "$work/data" "$@"
}

# by_hand DATABASE MONTH
by_hand() {
  local database=$1 month=$2 day=2025-09-30
  [[ $month == 2 ]] && day=2025-10-31
  local id="('x' || substr(md5('bench:' || no), 1, 16))::bit(64)::bigint"
  sql -d "$database" <<SQL
set work_mem = '128MB';
set timezone = 'UTC';

begin;
create temp table s (no text, holder text, address text, area numeric, residents int, direction text, pin text,
  email text, phone text, status text, contract_no text, contract_date date) on commit drop;
\\copy s from '$files/month-$month/ACCOUNTS.plain' with (format csv, delimiter ';')
create temp table t on commit drop as
  select $id as account_id, s.*, sha256(('$secret' || $id || pin)::bytea) as pin_hash from s;
analyze t;
insert into account (account_id, supplier, account_no, holder, address, area, residents, direction, pin_hash, email, phone,
  status, contract_no, contract_date, as_of)
select account_id, 'bench', no, holder, address, area, residents, direction, pin_hash, email, phone, status, contract_no,
  contract_date, '$day'
from t where not exists (select from account a where a.account_id = t.account_id)
order by account_id on conflict (account_id) do nothing;
update account a set holder = t.holder, address = t.address, area = t.area, residents = t.residents,
  direction = t.direction, pin_hash = t.pin_hash, email = t.email, phone = t.phone, status = t.status,
  contract_no = t.contract_no, contract_date = t.contract_date, as_of = '$day'
from t where a.account_id = t.account_id
  and (a.holder, a.address, a.area, a.residents, a.direction, a.pin_hash, a.email, a.phone, a.status, a.contract_no,
       a.contract_date)
  is distinct from
      (t.holder, t.address, t.area, t.residents, t.direction, t.pin_hash, t.email, t.phone, t.status, t.contract_no,
       t.contract_date);
commit;

begin;
create temp table s (no text, meter_id text, serial text, model text, digits smallint, seal_no text, installed date,
  verified date, valid_to date, tcorr boolean, status text, first_value bigint, last_date date, last_value bigint)
  on commit drop;
\\copy s from '$files/month-$month/METERS.plain' with (format csv, delimiter ';')
create temp table t on commit drop as select $id as account_id, s.* from s;
analyze t;
insert into meter (account_id, meter_id, serial, serial_key, model, digits, seal_no, installed, verified, valid_to,
  temperature_corrected, status, first_value, last_date, last_value, as_of)
select account_id, meter_id, serial, upper(translate(serial, ' -/.', '')), model, digits, seal_no, installed, verified,
  valid_to, tcorr, status, first_value, last_date, last_value, '$day'
from t where not exists (select from meter m where m.account_id = t.account_id and m.meter_id = t.meter_id)
order by account_id, meter_id on conflict (account_id, meter_id) do nothing;
update meter m set serial = t.serial, serial_key = upper(translate(t.serial, ' -/.', '')), model = t.model,
  digits = t.digits, seal_no = t.seal_no, installed = t.installed, verified = t.verified, valid_to = t.valid_to,
  temperature_corrected = t.tcorr, status = t.status, first_value = t.first_value, last_date = t.last_date,
  last_value = t.last_value, as_of = '$day'
from t where m.account_id = t.account_id and m.meter_id = t.meter_id
  and (m.serial, m.model, m.digits, m.seal_no, m.installed, m.verified, m.valid_to, m.temperature_corrected, m.status,
       m.first_value, m.last_date, m.last_value)
  is distinct from
      (t.serial, t.model, t.digits, t.seal_no, t.installed, t.verified, t.valid_to, t.tcorr, t.status, t.first_value,
       t.last_date, t.last_value);
commit;

begin;
create temp table s (no text, period text, line_id text, service text, method text, meter_id text, prev bigint,
  curr bigint, volume numeric, coef numeric, price numeric, accrued numeric, recalc numeric, benefit numeric,
  penalty numeric) on commit drop;
\\copy s from '$files/month-$month/CHARGES.plain' with (format csv, delimiter ';')
insert into charge (account_id, month, line_id, service, method, meter_id, prev, curr, volume, coef, price, accrued,
  recalc, benefit, penalty, as_of)
select $id as account_id, to_date(period, 'YYYYMM') as month, line_id, service, method, meter_id, prev, curr, volume,
  coef, price, accrued * 100, recalc * 100, benefit * 100, penalty * 100, '$day'
from s order by account_id, month, line_id on conflict (account_id, month, line_id) do nothing;
commit;

begin;
create temp table s (no text, period text, as_of date, saldo_in numeric, accrued numeric, paid numeric, recalc numeric,
  penalty numeric, saldo_out numeric, due_date date) on commit drop;
\\copy s from '$files/month-$month/BALANCES.plain' with (format csv, delimiter ';')
insert into balance (account_id, month, as_of, saldo_in, accrued, paid, recalc, penalty, saldo_out, due_date)
select $id as account_id, to_date(period, 'YYYYMM') as month, as_of, saldo_in * 100, accrued * 100, paid * 100,
  recalc * 100, penalty * 100, saldo_out * 100, due_date
from s order by account_id, month on conflict (account_id, month, service) do nothing;
commit;
SQL
}

# What both ways must end with. PINs are hashed differently, so they are left out.
contents() {
  sql -d "$1" <<'SQL'
select 'account', count(*), sum(hashtextextended((account_no, holder, address, area, residents, phone, status, as_of)::text, 0)) from account;
select 'meter', count(*), sum(hashtextextended((account_id, meter_id, serial, serial_key, valid_to, last_date, last_value, as_of)::text, 0)) from meter;
select 'charge', count(*), sum(hashtextextended(charge::text, 0)) from charge;
select 'balance', count(*), sum(hashtextextended(balance::text, 0)) from balance;
SQL
}

echo "Loading the month before, both ways …"
sql -c 'create database base_import'
by_import base_import "$files/supplier.yaml" >/dev/null
sql -c 'create database base_hand template base_import'
by_import base_import "$files/month-1" >/dev/null
by_hand base_hand 1
[[ $(contents base_import) == "$(contents base_hand)" ]] || { echo "the two ways differ in the month before" >&2; exit 1; }
for base in base_import base_hand; do sql -d "$base" -c 'vacuum analyze'; done

# measure WAY: loads the month into a fresh copy of the way's database, leaves the time in $seconds and the CPU's in $cpu.
measure() {
  sql -c "drop database if exists by_$1" -c "create database by_$1 template base_$1 strategy file_copy" -c checkpoint
  local begin=$(now) used=$(cpu)
  if [[ $1 == import ]]; then by_import by_import "$files/month-2" >"$work/import.log"; else by_hand by_hand 2; fi
  seconds=$(seconds_since "$begin")
  sleep 2 # until the server has taken leave of its last session
  cpu=$(($(cpu) - used))
}
# Hundredths of a second of CPU, of the server and of the programs that have ended.
cpu() { echo $(($(cpu_of_postgres) + $(awk '{ print $16 + $17 }' /proc/$$/stat))); }

rows=$((4 * accounts))
for (( round = 1; round <= rounds; round++ )); do
  order=(import hand)
  (( round % 2 )) || order=(hand import)
  for way in "${order[@]}"; do
    measure "$way"
    [[ $way == import ]] && import=$seconds import_cpu=$cpu || hand=$seconds hand_cpu=$cpu
  done
  [[ $(contents by_import) == "$(contents by_hand)" ]] || { echo "the two ways differ" >&2; exit 1; }
  heap=$(grep -oE '[0-9]+M->' "$work/gc.log" | tr -d 'M>-' | sort -n | tail -1)
  awk -v i="$import" -v h="$hand" -v ic="$import_cpu" -v hc="$hand_cpu" -v n="$rows" -v r="$round" -v heap="$heap" 'BEGIN {
    printf "round %d: import %.1f s (CPU %.1f s), %.0f rows/s, heap at most %d MB of 512; by hand %.1f s (CPU %.1f s), %.0f rows/s; ratio %.2f (CPU %.2f)\n",
      r, i, ic / 100, n / i, heap, h, hc / 100, n / h, i / h, ic / hc }'
  times+=("$import $hand")
done
grep -E 'ACCOUNTS|METERS|CHARGES|BALANCES|загружен' "$work/import.log"
printf '%s\n' "${times[@]}" | awk -v n="$rows" '{ import += $1; hand += $2 } END {
  printf "register-import: %.0f rows/s, ratio %.2f (aim <= 1.3)\n", n * NR / import, import / hand }'
