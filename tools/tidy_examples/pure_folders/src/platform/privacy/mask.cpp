#include "platform/privacy/mask.h"

#include <string>
#include <fstream>

#include "core/text.h"
#include "platform/telemetry/log.h"
