#!/bin/sh
# Makes the two tiny films that keep a screen awake, two seconds of black with silence, with Debian's ffmpeg.
set -eu
cd "$(dirname "$0")"

film() {
  file=$1
  rate=$2
  shift 2
  ffmpeg -loglevel error -y -f lavfi -i color=black:size=32x32:rate=5:duration=2 \
    -f lavfi -i "anullsrc=channel_layout=mono:sample_rate=$rate" -shortest -map_metadata -1 -fflags +bitexact "$@" "$file"
}

film awake.mp4 8000 -c:v libx264 -profile:v baseline -pix_fmt yuv420p -c:a aac -b:a 8k -movflags +faststart
film awake.webm 48000 -c:v libvpx -b:v 10k -c:a libopus -b:a 6k
