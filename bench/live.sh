#!/usr/bin/env bash
# What pages that wait for news cost: memory of so many idle connections, and how long one event takes to reach so many; against a bare server
# that holds the same sockets and writes the same bytes: bench/live.sh [idle] [reached]
# Wants Debian's postgresql-client; installs it when it may.
set -euo pipefail
cd "$(dirname "$0")/.."
idle=${1:-5000} reached=${2:-10000} port=8098
ulimit -n "$(ulimit -Hn)"
files=$(ulimit -n)
if [ "$files" != unlimited ] && [ "$files" -lt $((reached + 500)) ]; then
  reached=$((files - 500))
  echo "this machine opens $files files: one event reaches $reached connections"
fi
export PATH="$PATH:/usr/sbin:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)"
if ! command -v psql >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql-client >/dev/null
fi
jdk=$(bin/jdk)
mvn -q -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test
work=$(mktemp -d)
preau=
trap 'kill $preau 2>/dev/null || true; wait $preau 2>/dev/null || true; rm -rf "$work"' EXIT

# Room for all of them: what they take is measured, not what there is.
PORT=$port PREAU_DATA=$work/data "$jdk/bin/java" -Xmx3g --enable-native-access=ALL-UNNAMED -jar target/preau.jar >"$work/log" 2>&1 & preau=$!
until curl -sf -o /dev/null "http://localhost:$port/sign-in"; do kill -0 $preau || { cat "$work/log"; exit 1; }; sleep 0.5; done
database=$(sed -n 4p "$work/data/postgres/postmaster.pid")
export PGPASSWORD; PGPASSWORD=$(cat "$work/data/secret")
most=$((idle > reached ? idle : reached))
psql -h 127.0.0.1 -p "$database" -U postgres -qd preau -v people=$((most / 10 + 1)) -f bench/live.sql
"$jdk/bin/java" -Xmx512m -cp "target/test-classes:$(cat target/bench.classpath)" fr.preau.bench.LiveBench \
    "$jdk" "$preau" "$port" "$database" "$idle" "$reached"
echo "warnings and errors of the server: $(grep -cE ' (WARN|ERROR) ' "$work/log" || true)"
