#include "modules/letters/sending/rules.h"

#include <thread>

#include "modules/letters/types.h"
#include "modules/people/types.h"
