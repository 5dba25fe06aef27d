# A PostgreSQL 15 of a benchmark's own, durable as production would be, in a folder that goes with it.

pg_bin=/usr/lib/postgresql/15/bin

install_from_debian() {
  local as_root=()
  (( EUID == 0 )) || as_root=(sudo)
  echo "Installing $* …" >&2
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

require_postgres() {
  [[ -x $pg_bin/postgres && -x $pg_bin/pgbench ]] && return
  if (( EUID == 0 )) && [[ ! -f /etc/postgresql-common/createcluster.conf ]]; then
    mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  fi
  install_from_debian postgresql-15
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if (( EUID == 0 )); then runuser -u postgres -- "$@"; else "$@"; fi
}

# start_postgres FOLDER [SETTING=VALUE…]: leaves pg_port, pg_log, pg_url (JDBC, database postgres) behind.
start_postgres() {
  local folder=$1
  shift
  require_postgres
  mkdir -p "$folder"
  (( EUID == 0 )) && chown postgres "$folder" && chmod 755 "$(dirname "$folder")"
  pg_folder=$folder/data
  pg_log=$folder/log
  pg_port=$(java_free_port)
  as_postgres "$pg_bin/initdb" -D "$pg_folder" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  as_postgres tee -a "$pg_folder/postgresql.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
port = $pg_port
unix_socket_directories = ''
shared_buffers = 1GB
max_wal_size = 4GB
random_page_cost = 1.1
max_connections = 100
timezone = 'UTC'
log_timezone = 'UTC'
jit = off
$(printf '%s\n' "$@")
CONF
  as_postgres "$pg_bin/pg_ctl" -D "$pg_folder" -l "$pg_log" -w start >/dev/null
  pg_url="jdbc:postgresql://127.0.0.1:$pg_port/postgres?user=postgres"
}

stop_postgres() {
  [[ -n ${pg_folder:-} ]] && as_postgres "$pg_bin/pg_ctl" -D "$pg_folder" -m fast -w stop >/dev/null || true
}

java_free_port() {
  "$JAVA_HOME/bin/java" "$root/bench/FreePort.java"
}

# Hundredths of a second of CPU that the server has used: its own time and that of all its children, those that have ended included.
cpu_of_postgres() {
  local master=$(head -1 "$pg_folder/postmaster.pid")
  { awk '{ print $14 + $15 + $16 + $17 }' "/proc/$master/stat"
    for child in $(pgrep -P "$master"); do awk '{ print $14 + $15 }' "/proc/$child/stat" 2>/dev/null; done
  } | awk '{ sum += $1 } END { print sum }'
}
