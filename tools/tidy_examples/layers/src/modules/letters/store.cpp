#include "app/wall_clock.h"
#include "platform/storage/work.h"
