# Bench: pages of an account (FULL, 24 months) a second, against pgbench running the very SQL of that page
# The portal's statements are taken from the server's log while each session asks for its page once, the session's
# own included, and pgbench runs them prepared, with the same commits and the same trips to the server. Load generator, portal and PostgreSQL share
# the machine in both runs. Options: --seconds N (each run, 15), --warm N (75), --sessions N (16)
seconds=15
warm=75
sessions=16
while (( $# )); do
  case $1 in
    --seconds) seconds=$2; shift 2 ;;
    --warm) warm=$2; shift 2 ;;
    --sessions) sessions=$2; shift 2 ;;
    *) echo "unknown option $1" >&2; exit 2 ;;
  esac
done
command -v wrk >/dev/null || install_from_debian wrk

start_postgres "$work/postgres" logging_collector=on log_destination=jsonlog log_directory=log log_filename=server
start_portal "$pg_url" "$work/portal"

log=$pg_folder/log/server.json
"$JAVA_HOME/bin/java" "$root/bench/SignIn.java" "http://127.0.0.1:$port" "$sessions" >"$work/sessions"
page=$(head -1 "$work/sessions")
echo "page: $page, sessions: $sessions"

# wrk takes the sessions in turn.
{
  echo 'cookies = {'
  tail -n +2 "$work/sessions" | sed 's/.*/  "&",/'
  echo '}'
  cat <<'LUA'
local next = 0
request = function()
  next = next % #cookies + 1
  return wrk.format("GET", nil, { ["Cookie"] = cookies[next] })
end
done = function(summary)
  io.write(string.format("\nanswers %d errors %d\n", summary.requests, summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read))
end
LUA
} >"$work/sessions.lua"

load() { wrk -t2 -c"$sessions" -d"$1s" --latency -s "$work/sessions.lua" "http://127.0.0.1:$port$page" >"$work/wrk"; }
load "$warm" # until the JVM has compiled what there is to compile

sql -c "alter system set log_statement = 'all'" -c "select pg_reload_conf()" >/dev/null
sleep 1
mkdir "$work/scripts"
number=0
while read -r cookie; do
  number=$((number + 1))
  sql -c "select 'page begins'" >/dev/null
  curl -sf -o "$work/page.html" -H "Cookie: $cookie" "http://127.0.0.1:$port$page"
  sql -c "select 'page ends'" >/dev/null
  sleep 0.1
  as_postgres cat "$log" | "$JAVA_HOME/bin/java" "$root/bench/StatementsOfLog.java" >"$work/scripts/$number.sql"
done < <(tail -n +2 "$work/sessions")
sql -c "alter system reset log_statement" -c "select pg_reload_conf()" >/dev/null
echo "statements of a page, transactions' ends included: $(grep -c ';$' "$work/scripts/1.sql"); $(grep -c startpipeline "$work/scripts/1.sql") pipelines"

scripts=()
for script in "$work"/scripts/*.sql; do scripts+=(-f "$script"); done
for round in 1 2; do
  portal_before=$(cpu_of_portal) postgres_before=$(cpu_of_postgres)
  load "$seconds"
  portal_after=$(cpu_of_portal) postgres_after=$(cpu_of_postgres)
  awk '/answers/ && $4 > 0 { print "errors under load: " $4; exit 1 }' "$work/wrk"
  answers=$(awk '/^answers/ { print $2 }' "$work/wrk")
  pages=$(awk '/Requests\/sec/ { print $2 }' "$work/wrk")
  before=$(cpu_of_postgres)
  "$pg_bin/pgbench" -h 127.0.0.1 -p "$pg_port" -U postgres -n -M prepared -c "$sessions" -j 2 -T "$seconds" "${scripts[@]}" postgres >"$work/pgbench" 2>"$work/pgbench.err" \
    || { cat "$work/pgbench.err" >&2; exit 1; }
  limit=$(awk '/^tps/ { print $3 }' "$work/pgbench")
  transactions=$(awk -F': ' '/transactions actually processed/ { print $2 }' "$work/pgbench")
  awk -v pages="$pages" -v limit="$limit" -v p="$((portal_after - portal_before))" -v d="$((postgres_after - postgres_before))" \
    -v n="$answers" -v l="$(( $(cpu_of_postgres) - before ))" -v t="${transactions%%/*}" -v r="$round" -v p99="$(awk '/99%/ { print $2 }' "$work/wrk")" 'BEGIN {
      printf "round %d: %.0f pages/s (99 %% within %s), pgbench %.0f/s, ratio %.2f; CPU a page: %.2f ms (portal %.2f, database %.2f); the SQL alone %.2f ms\n",
        r, pages, p99, limit, pages / limit, (p + d) * 10 / n, p * 10 / n, d * 10 / n, l * 10 / t }'
  rows+=("$pages $limit")
done
printf '%s\n' "${rows[@]}" | awk '{ pages += $1; limit += $2 } END { printf "account-page: %.0f pages/s, ratio %.2f (aim >= 0.6)\n", pages / NR, pages / limit }'
