#!/usr/bin/env bash
# Signed-in home pages per second, against nginx serving a static file of the same bytes and against pgbench -S on the same PostgreSQL.
# Everything on this machine, interleaved, warm, compressed: bench/home.sh [rounds] [seconds]
# Wants Debian's wrk, nginx, postgresql-client and postgresql-contrib (pgbench); installs them when it may.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5} seconds=${2:-8} port=8099 static=8098
export PATH="$PATH:/usr/sbin:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)"
if ! { command -v wrk && command -v nginx && command -v pgbench && command -v psql; } >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq wrk nginx-light postgresql-contrib postgresql-client >/dev/null
fi
jdk=$(bin/jdk)
[ -f target/preau.jar ] || mvn -q -DskipTests package
work=$(mktemp -d)
trap 'kill $preau $nginx 2>/dev/null || true; wait $preau 2>/dev/null || true; rm -rf "$work"' EXIT

PORT=$port PREAU_DATA=$work/data "$jdk/bin/java" -Xmx512m --enable-native-access=ALL-UNNAMED -jar target/preau.jar >"$work/log" 2>&1 & preau=$!
nginx=
until curl -sf -o /dev/null "http://localhost:$port/sign-in"; do sleep 0.5; done

export PGPASSWORD; PGPASSWORD=$(cat "$work/data/secret")
pg="-h 127.0.0.1 -p $(sed -n 4p "$work/data/postgres/postmaster.pid") -U postgres"
psql $pg -qd preau -f bench/sessions.sql
people=$(psql $pg -qtAd preau -c "select count(*) from session")
[ "$people" -gt 0 ] || { echo "nobody is signed in"; exit 1; }
cat >"$work/people.lua" <<LUA
local n = 0
request = function()
  n = n % $people + 1
  return wrk.format("GET", "/", { ["Cookie"] = "preau=bench-" .. n, ["Accept-Encoding"] = "gzip" })
end
local bad = 0
response = function(status) if status ~= 200 then bad = bad + 1; if bad == 1 then io.write("status ", status, "\n") end end end
LUA

mkdir -p "$work/www"
curl -s -H 'Cookie: preau=bench-1' "http://localhost:$port/" >"$work/www/home.html"
bytes=$(wc -c <"$work/www/home.html"); zipped=$(curl -s -H 'Cookie: preau=bench-1' -H 'Accept-Encoding: gzip' "http://localhost:$port/" | wc -c)
grep -q 'Bonjour' "$work/www/home.html" || { echo "the page is not a home page"; exit 1; }
cat >"$work/nginx.conf" <<CONF
daemon off; user root; worker_processes 2; error_log $work/nginx.log; pid $work/nginx.pid;
events { worker_connections 512; }
http { access_log off; sendfile on; types { text/html html; } gzip on; gzip_comp_level 5; gzip_min_length 100; keepalive_requests 1000000;
  server { listen 127.0.0.1:$static; root $work/www; } }
CONF
chmod 755 "$work"
nginx -c "$work/nginx.conf" & nginx=$!
psql $pg -qd postgres -c 'create database pgbench' && pgbench $pg -i -q -s 10 pgbench >/dev/null 2>&1

rate() { awk '/Requests\/sec/ {print int($2)}'; }
home() { wrk -t2 -c16 -d"${1}s" -s "$work/people.lua" "http://localhost:$port/"; }
file() { wrk -t2 -c16 -d"${1}s" -H 'Accept-Encoding: gzip' "http://127.0.0.1:$static/home.html"; }
tps() { pgbench $pg -S -M prepared -c 8 -j 2 -T "$1" pgbench 2>/dev/null | awk '/^tps/ {print int($3)}'; }
echo "home page: $bytes bytes, $zipped compressed; $people people; warming up"
home 25 >"$work/warm"; grep -m1 '^status' "$work/warm" && exit 1
for round in $(seq "$rounds"); do
  h=$(home "$seconds" | rate); f=$(file "$seconds" | rate); t=$(tps "$seconds")
  echo "$h $f $t" | tee -a "$work/rounds" | awk -v r="$round" '{printf "round %d: home %d/s, nginx %d/s, pgbench %d tps\n", r, $1, $2, $3}'
done
median() { awk -v c="$1" '{print $c}' "$work/rounds" | sort -n | awk '{a[NR]=$1} END {print a[int((NR+1)/2)]}'; }
h=$(median 1) f=$(median 2) t=$(median 3)
latency=$(wrk -t1 -c1 -d5s --latency -s "$work/people.lua" "http://localhost:$port/" | awk '/50%|99%/ {printf "%s %s  ", $1, $2}')
awk -v h="$h" -v f="$f" -v t="$t" -v l="$latency" 'BEGIN {printf "median: home %d/s, nginx (compressing) %d/s, pgbench -S %d tps\nhome = 1/%.1f of nginx, 1/%.1f of pgbench; one connection: %s\n", h, f, t, f/h, t/h, l}'
