#!/usr/bin/env bash
# Measures the import of a generated delivery against the least that any import must do: bench/import.sh [pupils] [rounds]
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test
rm -rf target/bench-data
java=${JAVA_25:-/usr/lib/jvm/temurin-25-jdk-amd64/bin/java}
exec "$java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
    fr.preau.bench.ImportBench target/bench-delivery "${1:-20000}" "${2:-5}"
