// A header.
#pragma once

#include "core/id.h"
#include "modules/letters/types.h"
