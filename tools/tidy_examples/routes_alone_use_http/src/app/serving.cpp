#include "platform/http/server.h"
