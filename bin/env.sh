# Shared by the scripts of this folder: where the JDK is, and whether the jar is up to date.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The newest JDK of version 25 or later: JAVA_HOME if it is one, else the usual places.
find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/*2[6-9]* "$HOME"/.sdkman/candidates/java/2[5-9]* /opt/*jdk*2[5-9]*; do
    if [[ -x $candidate/bin/javac ]] && (( $("$candidate/bin/javac" -version 2>&1 | grep -oE '[0-9]+' | head -1) >= 25 )); then
      echo "$candidate"
      return
    fi
  done
  echo "Golubika needs a JDK 25 or later: none in JAVA_HOME or /usr/lib/jvm. On Debian: apt-get install temurin-25-jdk or openjdk-25-jdk." >&2
  return 1
}

JAVA_HOME=$(find_jdk)
export JAVA_HOME

jar=$root/target/golubika.jar

# Builds the jar when a source is newer than it.
build_when_stale() {
  local changed=yes
  if [[ -f $jar ]]; then
    changed=$(find "$root/pom.xml" "$root/package-lock.json" "$root/src/main" -newer "$jar" -print -quit)
  fi
  if [[ -n $changed ]]; then
    echo "Building Golubika …" >&2
    mvn -q -B -f "$root/pom.xml" -DskipTests -Dspotless.check.skip=true package >&2
  fi
}
