// A header.
#pragma once
#include "core/result.h"
#include "modules/letters/types.h"
