until ready; do
  sleep 0.1
done
