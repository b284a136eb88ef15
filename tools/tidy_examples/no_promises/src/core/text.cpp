// TODO: later
int f();  // FIXME
int todo = 1;
