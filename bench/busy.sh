#!/usr/bin/env bash
# How long a signed-in home page takes while a delivery is imported beside it, against the same pages a minute before and after, at a
# steady pace: bench/busy.sh [schools] [pages per second] [idle seconds]
# Wants Debian's postgresql-client; installs it when it may.
set -euo pipefail
cd "$(dirname "$0")/.."
schools=${1:-4500} pace=${2:-100} idle=${3:-30} port=8097
export PATH="$PATH:/usr/sbin:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)"
if ! command -v psql >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql-client >/dev/null
fi
jdk=$(bin/jdk)
mvn -q -DskipTests package
work=$(mktemp -d)
preau=
trap 'kill $preau 2>/dev/null || true; wait $preau 2>/dev/null || true; rm -rf "$work"' EXIT

"$jdk/bin/java" -jar target/preau.jar generate --schools "$schools" --out "$work/delivery" >/dev/null
PORT=$port PREAU_DATA=$work/data "$jdk/bin/java" -Xmx512m -jar target/preau.jar >"$work/log" 2>&1 & preau=$!
until curl -sf -o /dev/null "http://localhost:$port/sign-in"; do sleep 0.5; done
export PGPASSWORD; PGPASSWORD=$(cat "$work/data/secret")
pg="-h 127.0.0.1 -p $(sed -n 4p "$work/data/postgres/postmaster.pid") -U postgres"
psql $pg -qd preau -f bench/sessions.sql
people=$(psql $pg -qtAd preau -c "select count(*) from session")

load() { "$jdk/bin/java" -Xmx256m -cp target/test-classes fr.preau.bench.PacedLoad "http://localhost:$port" "$people" "$pace" "$1"; }
show() { awk -v name="$1" '{printf "| %s | %d | %d | %s | %s | %s |\n", name, $1, $2, $3, $4, $5}' "$2"; }
load 40 >/dev/null
echo "| $pace home pages per second, $people people | pages | failed | p50 ms | p95 ms | p99 ms |"
echo "|---|---|---|---|---|---|"
load "$idle" >"$work/before"; show "before" "$work/before"
PREAU_DATA=$work/data "$jdk/bin/java" -Xmx512m -jar target/preau.jar import "$work/delivery" >"$work/report" 2>"$work/progress" & import=$!
load "pid:$import" >"$work/during"; show "while $schools schools are imported" "$work/during"
wait $import || { tail -5 "$work/progress"; exit 1; }
load "$idle" >"$work/after"; show "after" "$work/after"
cat "$work"/before "$work"/after "$work"/during | awk '{p[NR] = $4} END {idle = (p[1] + p[2]) / 2; printf "p95 during / idle = %.2f\n", p[3] / idle}'
tail -4 "$work/report"
