// Calls close() when the last reader has gone; then it may be opened again.
int f();
// int g(int x);
// return f();
// value = other;
// if (x > 1) {
//   f();
// }
// What a type offers:
//   static int read(int);
int h();  // g(1);
#if 0
int k();
#endif
