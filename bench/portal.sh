# A portal of a benchmark's own, with the demo's data and without its jobs.

# start_portal URL FOLDER: leaves its port and its process in $port and $portal; its output is in FOLDER.log.
start_portal() {
  port=$(java_free_port)
  : >"$2.log"
  SPRING_DATASOURCE_URL=$1 GOLUBIKA_DEMO=true GOLUBIKA_DEMO_BANKPORT=0 GOLUBIKA_JOBS=false \
    GOLUBIKA_SECRET=$(head -c 32 /dev/urandom | xxd -p -c 64) \
    "$root/bin/run" --port "$port" --data "$2" >"$2.log" 2>&1 &
  portal=$!
  until grep -q 'Golubika is ready' "$2.log"; do
    kill -0 $portal 2>/dev/null || { cat "$2.log" >&2; return 1; }
    sleep 0.2
  done
}

sql() { "$pg_bin/psql" -h 127.0.0.1 -p "$pg_port" -U postgres -qAtX -v ON_ERROR_STOP=1 "$@"; }
cpu_of_portal() { awk '{ print $14 + $15 }' /proc/$portal/stat; }
