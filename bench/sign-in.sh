# Bench: sign-ins a second, against the bare cost of the same password hash on as many threads
# People sign in one after another, each from a network and a browser of their own, through the whole portal:
# limits, device, session and trail included. Load generator, portal and PostgreSQL share the machine.
# Both are measured in turns of five seconds. Options: --rounds N (8), --clients N (2 for each core), --people N (200)
rounds=8
clients=$((2 * $(nproc)))
people=200
while (( $# )); do
  case $1 in
    --rounds) rounds=$2; shift 2 ;;
    --clients) clients=$2; shift 2 ;;
    --people) people=$2; shift 2 ;;
    *) echo "unknown option $1" >&2; exit 2 ;;
  esac
done

start_postgres "$work/postgres"
# Everybody comes from a network of their own, as a proxy tells.
GOLUBIKA_PROXIES=127.0.0.1,::1 start_portal "$pg_url" "$work/portal"

# Everybody has the password of the demo's subscriber.
sql -v people="$people" <<'SQL'
create temp table vera as select subscriber_id as id from login where login = 'vera@example.com' and confirmed;
create temp table bench as select gen_random_uuid() as id, 'bench-' || n || '@example.com' as login from generate_series(1, :people) n;
insert into subscriber (subscriber_id, login, registered_at, confirm_by, confirmed_at)
select b.id, b.login, s.registered_at, s.confirm_by, s.confirmed_at from bench b, subscriber s where s.subscriber_id = (select id from vera);
insert into credential (subscriber_id, password_hash, changed_at)
select b.id, c.password_hash, c.changed_at from bench b, credential c where c.subscriber_id = (select id from vera);
insert into consent select (jsonb_populate_record(c, jsonb_build_object('subscriber_id', b.id))).*
from bench b, consent c where c.subscriber_id = (select id from vera);
insert into login select (jsonb_populate_record(l, jsonb_build_object('subscriber_id', b.id, 'login', b.login))).*
from bench b, login l where l.login = 'vera@example.com' and l.confirmed;
SQL

"$JAVA_HOME/bin/java" "${jvm[@]}" -cp "$app/golubika.jar:$app/lib/*" "$root/bench/SignInRate.java" \
  "http://127.0.0.1:$port" $portal "$clients" "$people" "$rounds" | tee "$work/rates" | awk -v t="$(nproc)" '
  /^parameters/ { $1 = ""; print "the hash:" $0 ", on " t " threads" }
  /^round/ { printf "%.1f sign-ins/s, bare %.1f hashes/s, ratio %.2f; CPU of the portal a sign-in %.1f ms, of a bare hash %.1f\n", $2, $3, $2 / $3, $4, $5 }'
awk '/^round/ { rate += $2; limit += $3; n++ } END { printf "sign-in: %.1f sign-ins/s, ratio %.2f (aim >= 0.8)\n", rate / n, rate / limit }' "$work/rates"
