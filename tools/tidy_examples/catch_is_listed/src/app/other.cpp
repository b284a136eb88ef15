void f() {
  try {
    g();
  } catch (const std::exception&) {
  }
  const char* text = "catch (";
}
