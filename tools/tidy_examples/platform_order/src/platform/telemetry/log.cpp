#include "platform/telemetry/log.h"
#include "platform/storage/work.h"
