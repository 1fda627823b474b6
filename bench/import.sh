#!/usr/bin/env bash
# Measures the import of a generated région against the least that any import must do: bench/import.sh [schools] [rounds]
# 4500 schools are the whole of Occitanie: 2 GB of XML, and about 6 GB under target/ in all.
set -euo pipefail
cd "$(dirname "$0")/.."
jdk=$(bin/jdk)
mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test
rm -rf target/bench-data
exec "$jdk/bin/java" -Xmx512m --enable-native-access=ALL-UNNAMED -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
    fr.preau.bench.ImportBench target/bench-delivery "${1:-4500}" "${2:-5}"
