#include "modules/letters/types.h"
#include "test/support/bank.h"
