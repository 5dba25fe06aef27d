# Bench: bills as PDF a second, from the bill's figures to the file, against bare OpenPDF pages with as many cells
# The bills are those of the demo's accounts, every month of them. The bare page is one table of the same words with the
# same fonts embedded, and the same payment code encoded and drawn. Both run in one JVM on one thread, in turns.
# Options: --seconds N (each round, 5), --rounds N (4), --warm N (15)
seconds=5
rounds=4
warm=15
while (( $# )); do
  case $1 in
    --seconds) seconds=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    --warm) warm=$2; shift 2 ;;
    *) echo "unknown option $1" >&2; exit 2 ;;
  esac
done
"$JAVA_HOME/bin/java" "${jvm[@]}" -cp "$app/golubika.jar:$app/lib/*" "$root/bench/BillsRate.java" \
  "$work/data" "$seconds" "$rounds" "$warm" 2>"$work/bills.err" | grep -vE '^[0-9]{4}-[0-9]{2}-[0-9]{2}T' \
  || { cat "$work/bills.err" >&2; exit 1; }
