// A header.
#pragma once
#include "platform/telemetry/log.h"
