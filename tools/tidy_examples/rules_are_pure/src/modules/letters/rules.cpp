#include "modules/letters/rules.h"

#include "modules/letters/store.h"
#include "platform/privacy/detect.h"
#include "platform/storage/work.h"
