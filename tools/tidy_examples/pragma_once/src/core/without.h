// A header.

int f();
