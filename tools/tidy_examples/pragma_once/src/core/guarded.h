#ifndef GUARDED
#define GUARDED
int f();
#endif
