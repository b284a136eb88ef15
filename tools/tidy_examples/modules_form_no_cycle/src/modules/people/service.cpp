#include "modules/stamps/types.h"
