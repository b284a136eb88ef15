#include "platform/http/message.h"
