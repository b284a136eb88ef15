#include "platform/http/api.h"
