#include <fstream>

#include "test/support/world.h"
