void f(void) { nanosleep(&span, 0); }
