#!/usr/bin/env bash
base=1
database=2
echo "$base $database"
