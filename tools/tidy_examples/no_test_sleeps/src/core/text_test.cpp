// It never has to sleep(1).
void f() {
  std::this_thread::sleep_for(span);
  usleep(5);
}
