#!/usr/bin/env bash
# Prepares the conventions of a year for 2 500 communes in one job, killed with -9 in the middle and started again, then times the coverage board:
# bench/agreements.sh [schools]
set -euo pipefail
cd "$(dirname "$0")/.."
jdk=$(bin/jdk)
export JAVA_HOME=$jdk
mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test
rm -rf target/bench-agreements
exec "$jdk/bin/java" -Xmx512m --enable-native-access=ALL-UNNAMED -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
    fr.preau.bench.AgreementsBench "${1:-4500}"
