void f() {
  try {
    g();
  } catch (...) {
  }
}
