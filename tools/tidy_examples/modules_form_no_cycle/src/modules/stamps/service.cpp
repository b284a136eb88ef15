#include "modules/letters/types.h"
