#!/usr/bin/env bash
# Sending to a class, a school, all the teachers of an invented région, beside one bare insert … select of as many rows; and the inbox of
# somebody with 50 000 messages beside one with 50: bench/messages.sh [rounds] [rows before]
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test
rm -rf target/bench-data
java=$(bin/jdk)/bin/java
exec "$java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
    fr.preau.messages.MessagesBench "${1:-50}" "${2:-1000000}"
