#include "test/support/bank.h"
