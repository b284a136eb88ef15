#include "modules/people/types.h"
