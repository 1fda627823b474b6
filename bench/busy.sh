#!/usr/bin/env bash
# How long a signed-in home page takes while a delivery is imported beside it, against the same pages a minute before and after, at a
# steady pace: bench/busy.sh [schools] [pages per second] [idle seconds]
# Wants Debian's postgresql-client; installs it when it may.
set -euo pipefail
cd "$(dirname "$0")/.."
schools=${1:-4500} pace=${2:-50} idle=${3:-30} port=8097
export PATH="$PATH:/usr/sbin:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)"
if ! command -v psql >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql-client >/dev/null
fi
jdk=$(bin/jdk)
mvn -q -DskipTests package
work=$(mktemp -d)
preau=
trap 'kill $preau 2>/dev/null || true; wait $preau 2>/dev/null || true; rm -rf "$work"' EXIT

"$jdk/bin/java" -jar target/preau.jar generate --schools "$schools" --out "$work/delivery" >/dev/null 2>&1
PORT=$port PREAU_DATA=$work/data "$jdk/bin/java" -Xmx512m -jar target/preau.jar >"$work/log" 2>&1 & preau=$!
until curl -sf -o /dev/null "http://localhost:$port/sign-in"; do sleep 0.5; done
export PGPASSWORD; PGPASSWORD=$(cat "$work/data/secret")
pg="-h 127.0.0.1 -p $(sed -n 4p "$work/data/postgres/postmaster.pid") -U postgres"
psql $pg -qd preau -f bench/sessions.sql
people=$(psql $pg -qtAd preau -c "select count(*) from session")
[ "$people" -gt 0 ] || { echo "nobody is signed in"; exit 1; }

PREAU_DATA=$work/data "$jdk/bin/java" -Xmx256m -cp target/test-classes fr.preau.bench.PacedLoad "http://localhost:$port" "$people" "$pace" "$idle" \
    "$work/report" "$jdk/bin/java" -Xmx512m -jar target/preau.jar import "$work/delivery" --force
tail -3 "$work/report"
