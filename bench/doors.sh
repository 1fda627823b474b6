#!/usr/bin/env bash
# Monday, 8:30: every pupil of some schools signs in within a minute, each school behind one address; then somebody guesses:
# bench/doors.sh [schools] [pupils per school] [seconds] [per cent with three words] [guesses]
set -euo pipefail
cd "$(dirname "$0")/.."
schools=${1:-20} pupils=${2:-300} seconds=${3:-60} words=${4:-20} guesses=${5:-10000} port=8096
jdk=$(bin/jdk)
mvn -q -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test
work=$(mktemp -d)
preau=
trap 'kill $preau 2>/dev/null || true; wait $preau 2>/dev/null || true; rm -rf "$work"' EXIT

# As behind a proxy with https; without the cast on the sign-in page.
PORT=$port PREAU_DATA=$work/data PREAU_MODE=test PREAU_PROXY=true PREAU_ADDRESS=https://ent.example.fr \
    "$jdk/bin/java" -Xmx768m --enable-native-access=ALL-UNNAMED -jar target/preau.jar >"$work/log" 2>&1 & preau=$!
until curl -sf -o /dev/null "http://localhost:$port/sign-in"; do kill -0 $preau || { cat "$work/log"; exit 1; }; sleep 0.5; done
"$jdk/bin/java" -Xmx256m -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
    fr.preau.bench.DoorsBench "http://localhost:$port" "$preau" "$work/data" "$schools" "$pupils" "$seconds" "$words" "$guesses"
echo "warnings and errors of the server: $(grep -cE ' (WARN|ERROR) ' "$work/log" || true)"
