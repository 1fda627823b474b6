#!/usr/bin/env bash
# Sending to a class, a school and all the teachers of a région through the form, beside one insert … select of as many rows in the same minutes; and the
# inbox of people who have received 50 000 messages beside one of 50: bench/messages.sh [rounds] [rows before]
# Then pgbench -S on the same PostgreSQL: how fast the machine is today. Wants Debian's postgresql-client and postgresql-contrib; installs them when it may.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-100} rows=${2:-1000000} port=8095
export PATH="$PATH:/usr/sbin:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)"
if ! { command -v psql && command -v pgbench; } >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql-client postgresql-contrib >/dev/null
fi
jdk=$(bin/jdk)
mvn -q -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test
work=$(mktemp -d)
preau=
trap 'kill $preau 2>/dev/null || true; wait $preau 2>/dev/null || true; rm -rf "$work"' EXIT

PORT=$port PREAU_DATA=$work/data "$jdk/bin/java" -Xmx768m --enable-native-access=ALL-UNNAMED -jar target/preau.jar >"$work/log" 2>&1 & preau=$!
until curl -sf -o /dev/null "http://localhost:$port/sign-in"; do kill -0 $preau || { cat "$work/log"; exit 1; }; sleep 0.5; done
export PGPASSWORD; PGPASSWORD=$(cat "$work/data/secret")
pg="-h 127.0.0.1 -p $(sed -n 4p "$work/data/postgres/postmaster.pid") -U postgres"
psql $pg -qd preau -v ON_ERROR_STOP=1 -v rows="$rows" -f bench/people.sql -f bench/messages.sql
"$jdk/bin/java" -Xmx256m -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
    fr.preau.bench.MessagesBench "http://localhost:$port" "$work/data" "$rounds"
psql $pg -qd postgres -c 'create database pgbench' && pgbench $pg -i -q -s 10 pgbench >/dev/null 2>&1
for _ in 1 2 3; do pgbench $pg -n -S -M prepared -c 8 -j 2 -T 6 pgbench 2>/dev/null | awk '/^tps/ {print "pgbench -S: " int($3) " tps"}'; done
echo "warnings and errors of the server: $(grep -cE ' (WARN|ERROR) ' "$work/log" || true)"
