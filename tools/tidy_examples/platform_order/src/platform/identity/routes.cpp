#include "platform/http/router.h"
