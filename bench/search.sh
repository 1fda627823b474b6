#!/usr/bin/env bash
# Times the search of people in an invented région of 1.25 million persons, walls included: bench/search.sh [rounds]
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test
rm -rf target/bench-data
java=$(bin/jdk)/bin/java
exec "$java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
    fr.preau.bench.SearchBench "${1:-100}"
