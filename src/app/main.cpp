#include "app/command_line.h"

int main(int count, char** values) { return xb::app::run(count, values); }
